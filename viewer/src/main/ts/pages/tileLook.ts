import { css } from "lit";

/** How a picture and what is said about it lie on each other. */
export const tileLook = css`
  :host {
    position: relative;
    display: block;
    overflow: hidden;
    min-width: 0;
    min-height: 0;
    border-radius: var(--round);
    background: var(--lattice-back);
    isolation: isolate;
  }
  canvas {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    object-fit: contain; /* nothing is cut away: what matters may lie on the doorstep */
    transition: filter 160ms ease-out;
  }
  canvas.old {
    filter: saturate(0.45) brightness(0.78);
  }
  canvas.shut {
    visibility: hidden;
  }
  .caption {
    position: absolute;
    inset-inline: 0;
    bottom: 0;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: end;
    gap: 6px 10px;
    padding: 40px 14px 12px;
    color: #fff;
    background: linear-gradient(transparent, rgb(10 7 5 / 0.66) 50%, rgb(10 7 5 / 0.86));
    pointer-events: none;
    z-index: 3;
  }
  .caption b {
    flex: 1 1 auto;
    min-width: 0;
    max-width: 100%;
    overflow: hidden;
    text-align: left; /* as the page reads, while a name may be of the other script */
    text-overflow: ellipsis;
    white-space: nowrap;
    font-weight: 600;
  }
  .caption:dir(rtl) b {
    text-align: right;
  }
  .signs {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: end;
    gap: 6px 10px;
    max-width: 100%;
  }
  .caption small {
    flex: 1 0 100%;
    font-size: 0.84rem;
    line-height: 1.4;
  }
  .sound {
    z-index: 4;
    display: grid;
    place-items: center;
    width: 44px;
    height: 44px;
    margin: -9px -5px;
    padding: 5px;
    color: #fff;
    background: rgb(10 7 5 / 0.66) content-box;
    border: none;
    border-radius: 50%;
    pointer-events: auto;
  }
  .sound[aria-pressed="true"] {
    color: #5ecb94;
  }
  .state {
    display: inline-flex;
    align-items: center;
    gap: 7px;
    max-width: 100%;
    padding: 3px 10px;
    border-radius: 999px;
    font-size: 0.84rem;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
    background: rgb(10 7 5 / 0.66);
  }
  .state span {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .why {
    z-index: 1;
    position: absolute;
    inset: 0;
    display: grid;
    place-content: center;
    padding: 16px 24px 48px;
    pointer-events: none;
  }
  .why div {
    max-width: 20rem;
    padding: 12px 18px;
    border-radius: 14px;
    text-align: center;
    color: var(--ink);
    background: var(--wall);
    box-shadow: 0 8px 30px rgb(0 0 0 / 0.35);
  }
  .why b {
    display: block;
    font-weight: 600;
  }
  .why small {
    display: block;
    font-size: 0.88rem;
    line-height: 1.45;
    color: var(--quiet);
  }
  :host([small]) .why,
  :host([small]) .stream,
  :host([small]:not([data-hearing])) .sound,
  :host([small]) .more {
    display: none;
  }
  :host([small]) .caption {
    padding: 20px 10px 8px;
    font-size: 0.86rem;
  }
  .grip {
    z-index: 3;
    position: absolute;
    inset: 0 0 64px; /* what lies on the picture stays within reach */
    touch-action: none;
  }
  :host([near]) .grip {
    inset: 0;
    cursor: grab;
  }
  .controls {
    z-index: 4;
    position: absolute;
    inset-block-start: 10px;
    inset-inline-end: 10px;
    display: flex;
    gap: 4px;
    padding: 4px;
    border-radius: 999px;
    background: rgb(10 7 5 / 0.72);
    transition: opacity 160ms ease-out;
  }
  .control {
    display: grid;
    place-items: center;
    width: 44px;
    height: 44px;
    padding: 0;
    border: none;
    border-radius: 50%;
    color: #fff;
    background: none;
  }
  .control:hover {
    background: rgb(255 255 255 / 0.14);
  }
  .control:focus-visible {
    outline-color: #e0ae5a;
    outline-offset: -4px;
  }
  @media (max-width: 700px) {
    .control.zoom {
      display: none; /* two fingers do it, and the way back needs the room */
    }
  }
  @media (hover: hover) {
    :host(:not(:hover, :focus-within)) .controls {
      opacity: 0;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    canvas,
    .controls {
      transition: none;
    }
  }
  :host(:fullscreen) {
    border-radius: 0;
  }
  .open {
    z-index: 2;
    position: absolute;
    inset: 0;
    border-radius: inherit;
  }
  /* Seen on any picture, by day and by night. */
  .open:focus-visible,
  .sound:focus-visible {
    outline-color: #e0ae5a;
    outline-offset: -4px;
    box-shadow: inset 0 0 0 6px rgb(10 7 5 / 0.66);
  }
  @container (max-height: 190px) {
    .why small {
      display: none;
    }
    /* What stands above it says the same. */
    :host(:not([small])) .why ~ .caption .why-not {
      display: none;
    }
  }
`;
