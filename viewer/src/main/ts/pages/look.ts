import { css } from "lit";

/** What every part of the viewer shares; colours and font are inherited from `main.css`. */
export const look = css`
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  h1,
  h2,
  p,
  ul {
    margin: 0;
    padding: 0;
  }
  a {
    color: inherit;
    text-decoration: none;
  }
  button,
  .button {
    font: inherit;
    font-weight: 600;
    display: inline-block;
    padding: 9px 18px;
    border: 1px solid transparent;
    border-radius: 999px;
    color: var(--on-brass);
    background: var(--brass);
    cursor: pointer;
  }
  button.quiet {
    color: var(--ink);
    background: none;
    border-color: var(--line);
  }
  button.shut {
    color: var(--shut);
    background: none;
    border-color: var(--line);
  }
  :focus-visible {
    outline: 3px solid var(--brass);
    outline-offset: 2px;
  }
`;
