/** What the page's first script leaves for its second. */
declare var mashrabiyaWorkers: import("./workers").Workers;
