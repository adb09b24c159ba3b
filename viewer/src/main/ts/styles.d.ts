// A style sheet that is imported becomes part of main.css; it has nothing to say to TypeScript.
declare module "*.css";
