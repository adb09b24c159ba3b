import { css, html, type TemplateResult } from "lit";

/** Told by shape as well as by colour: live is round, an age square, private a diamond, what stays outside a triangle. */
export type Sign = "round" | "square" | "diamond" | "triangle" | "ring";

export function sign(shape: Sign): TemplateResult {
  return html`<i class="sign ${shape}" aria-hidden="true"></i>`;
}

export const signLook = css`
  .sign {
    flex: none;
    width: 9px;
    height: 9px;
    background: #f0b44c;
  }
  .sign.round {
    border-radius: 50%;
    background: #5ecb94;
    box-shadow: 0 0 0 4px rgb(94 203 148 / 0.22);
  }
  .sign.square {
    border-radius: 2px;
  }
  .sign.diamond {
    background: #e0ae5a;
    transform: rotate(45deg);
  }
  .sign.triangle {
    clip-path: polygon(50% 0, 100% 100%, 0 100%);
    background: #f0806a;
  }
  .sign.ring {
    border: 2px solid #e0ae5a;
    border-radius: 50%;
    background: none;
  }
`;
