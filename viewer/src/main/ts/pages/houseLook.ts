import { css } from "lit";

/** How a household fills the window: a grid, one large picture, or its devices; on a phone with the ways below. */
export const houseLook = css`
  :host {
    --gap: 12px; /* between tiles; arrange knows it, too */
    display: grid;
    grid-template-rows: auto minmax(0, 1fr) auto;
    height: 100dvh;
  }
  header {
    display: flex;
    gap: 14px;
    align-items: center;
    padding: 14px max(20px, env(safe-area-inset-right)) 14px max(20px, env(safe-area-inset-left));
  }
  .mark {
    display: grid;
    place-items: center;
    min-width: 44px;
    min-height: 44px;
    margin: -4px;
    color: var(--brass);
  }
  header > div {
    min-width: 0;
  }
  h1 {
    overflow: hidden;
    font-size: 1.06rem;
    font-weight: 600;
    line-height: 1.35;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  header p {
    font-size: 0.86rem;
    line-height: 1.35;
    color: var(--quiet);
  }
  nav {
    display: flex;
    gap: 4px;
    margin-inline-start: auto;
  }
  nav a,
  .back {
    display: grid;
    place-items: center;
    min-height: 44px;
  }
  nav a {
    padding: 4px 14px;
    border-radius: 999px;
    color: var(--quiet);
  }
  nav svg {
    display: none;
  }
  mashrabiya-tile[carried] {
    opacity: 0.82;
    box-shadow: 0 0 0 3px var(--brass);
  }
  nav a[aria-current] {
    color: var(--ink);
    background: var(--raised);
  }
  main {
    display: grid;
    grid-template-rows: auto minmax(0, 1fr);
    min-height: 0;
    padding: 0 20px 20px;
  }
  .notes {
    grid-row: 1;
  }
  .note {
    margin-bottom: 12px;
    padding: 10px 16px;
    border: 1px solid var(--line);
    border-radius: 14px;
    font-size: 0.92rem;
    color: var(--quiet);
    background: var(--wall);
  }
  .note b {
    font-weight: 600;
    color: var(--ink);
  }
  .stray {
    border-color: var(--shut);
    color: var(--ink);
  }
  .room {
    margin: 0 -20px -20px; /* scrolls at the window's edge */
    padding: 0 20px 20px;
  }
  .room,
  .tiles,
  .empty {
    grid-row: 2;
    min-height: 0;
  }
  .tiles {
    display: grid;
    gap: var(--gap);
    overflow: auto;
    /* Two halves for each tile, so that a shorter row can stand in the middle. */
    grid-template-columns: repeat(calc(2 * var(--columns, 1)), calc((var(--width) - var(--gap)) / 2));
    grid-auto-rows: calc(var(--width) * 9 / 16);
    place-content: safe center;
  }
  .tiles[hidden] {
    display: none;
  }
  .tiles mashrabiya-tile {
    container-type: size;
    grid-column: auto / span 2;
  }
  .tiles:not(.one) .shorter {
    grid-column: var(--indent) / span 2;
  }
  .tiles.one {
    grid-template-columns: minmax(0, 1fr) 220px;
    grid-auto-rows: 124px;
    place-content: start normal;
    position: relative;
  }
  .tiles.alone {
    grid-template-columns: minmax(0, 1fr);
  }
  .one mashrabiya-tile[small] {
    grid-column: 2;
  }
  .one mashrabiya-tile[large] {
    grid-column: 1;
    grid-row: 1 / span var(--others, 1);
    position: sticky;
    top: 0;
    height: var(--room, 60dvh);
  }
  .empty {
    display: grid;
    place-content: center;
    justify-items: center;
    gap: 8px;
    text-align: center;
  }
  .empty p {
    max-width: 26rem;
    color: var(--quiet);
  }
  .back {
    position: absolute;
    z-index: 1;
    inset-block-start: 14px;
    inset-inline-start: 14px;
    padding: 4px 16px;
    border-radius: 999px;
    color: #fff;
    background: rgb(20 16 13 / 0.7);
  }
  @media (max-width: 700px) {
    :host {
      grid-template-rows: auto minmax(0, 1fr) auto;
    }
    header {
      padding: 12px 16px;
    }
    main {
      padding: 0 12px 12px;
    }
    .room {
      margin: 0 -12px -12px;
      padding: 0 12px 12px;
    }
    nav {
      grid-row: 3;
      justify-content: space-around;
      margin: 0;
      padding: 6px max(4px, env(safe-area-inset-right)) max(8px, env(safe-area-inset-bottom))
        max(4px, env(safe-area-inset-left));
      border-top: 1px solid var(--line);
      background: var(--wall);
    }
    nav a {
      flex: 1 1 0;
      min-width: 0;
      padding: 4px 2px;
      gap: 2px;
      justify-items: center;
      font-size: 0.76rem;
      border-radius: 14px;
    }
    nav svg {
      display: block;
    }
    nav span {
      max-width: 100%;
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }
    /* Never lower than the pictures, which would lie on each other when they are more than the window holds. */
    .tiles:not(.one) {
      grid-template-columns: repeat(calc(2 * var(--columns, 1)), minmax(0, 1fr));
      grid-auto-rows: max-content;
      align-content: start;
    }
    .tiles:not(.one) mashrabiya-tile {
      aspect-ratio: 16 / 9;
    }
    .tiles.one {
      grid-template-columns: repeat(2, minmax(0, 1fr));
      grid-auto-rows: max-content;
    }
    .one mashrabiya-tile[large] {
      position: relative;
      order: -1;
      grid-column: 1 / -1;
      grid-row: 1;
      height: auto;
      aspect-ratio: 4 / 3;
    }
    .one mashrabiya-tile[small] {
      grid-column: auto;
      aspect-ratio: 16 / 9;
    }
  }
  /* A phone on its side: its notch is beside the pictures, and its height is for them. */
  @media (max-height: 480px) and (orientation: landscape) {
    header,
    main {
      padding-inline: max(12px, env(safe-area-inset-left)) max(12px, env(safe-area-inset-right));
    }
    header {
      padding-block: 4px;
    }
  }
`;
