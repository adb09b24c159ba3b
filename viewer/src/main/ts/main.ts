import "./fonts.css";
import { html, LitElement } from "lit";

/// The page until there is something to see: it claims nothing.
class ViewerPage extends LitElement {
  protected override render(): unknown {
    return html`<p>This viewer shows no pictures yet.</p>`;
  }
}

customElements.define("mashrabiya-viewer", ViewerPage);
document.body.append(document.createElement("mashrabiya-viewer"));
