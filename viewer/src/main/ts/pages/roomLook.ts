import { css } from "lit";

/** How the pages beside the pictures look: one column of cards, the same on a phone and on a desk. */
export const roomLook = css`
  :host {
    display: block;
    overflow: auto;
    scrollbar-width: thin;
    scrollbar-color: var(--line) transparent;
  }
  section {
    max-width: 820px;
    margin: 0 auto 14px;
    padding: 20px;
    border: 1px solid var(--line);
    border-radius: var(--round);
    background: var(--wall);
  }
  h2 {
    font-size: 1.06rem;
    font-weight: 600;
  }
  h3 {
    margin: 0;
    font-size: 0.98rem;
    font-weight: 600;
  }
  p,
  small {
    font-size: 0.92rem;
    line-height: 1.5;
    color: var(--quiet);
  }
  small {
    display: block;
  }
  section > ul,
  section > dl,
  section > .choices {
    margin-top: 14px;
  }
  ul {
    list-style: none;
  }
  li {
    display: flex;
    flex-wrap: wrap;
    gap: 10px 14px;
    align-items: center;
    padding: 14px 0;
    border-top: 1px solid var(--line);
  }
  li > div:first-child {
    flex: 1 1 12rem;
    min-width: 0;
    overflow-wrap: anywhere;
  }
  button {
    min-height: 44px;
  }
  .choices {
    display: flex;
    flex-wrap: wrap;
    gap: 10px;
    align-items: center;
  }
  .asked,
  .trouble {
    color: var(--aged);
  }
  .done {
    color: var(--live);
  }
  dl {
    display: grid;
    grid-template-columns: 1fr auto;
    gap: 8px 18px;
    margin: 0;
  }
  dt {
    color: var(--quiet);
  }
  dd {
    margin: 0;
    font-variant-numeric: tabular-nums;
  }
`;

/** Fields and choices; a choice is a whole pill that a thumb finds. */
export const fieldLook = css`
  fieldset {
    margin: 0 0 14px;
    padding: 0;
    border: none;
    min-width: 0;
  }
  legend {
    margin-bottom: 8px;
    padding: 0;
    font-size: 0.92rem;
    color: var(--quiet);
  }
  .pills {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .pill {
    position: relative;
    display: inline-flex;
    align-items: center;
    min-height: 44px;
    padding: 4px 16px;
    border: 1px solid var(--line);
    border-radius: 999px;
    cursor: pointer;
  }
  .pill input {
    position: absolute;
    inset: 0;
    margin: 0;
    opacity: 0;
    cursor: pointer;
  }
  .pill:has(input:checked) {
    color: var(--on-brass);
    background: var(--brass);
    border-color: transparent;
  }
  .pill:has(input:focus-visible) {
    outline: 3px solid var(--brass);
    outline-offset: 2px;
  }
  .pill:has(input:disabled) {
    opacity: 0.55;
  }
  label.field {
    display: inline-grid;
    gap: 4px;
    font-size: 0.92rem;
    color: var(--quiet);
  }
  input:not([type="checkbox"], [type="radio"]),
  select {
    font: inherit;
    min-height: 44px;
    max-width: 100%;
    padding: 4px 12px;
    border: 1px solid var(--field-line);
    border-radius: 12px;
    color: var(--ink);
    background: var(--ground);
  }
  .beside {
    display: flex;
    flex-wrap: wrap;
    gap: 10px 14px;
    align-items: end;
    margin-top: 10px;
  }
`;
