/** What JavaScript calls `fontSize` and style sheets `font-size`. */
const hyphenated = (property: string): string => property.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`);

const escaped = (text: string): string =>
  text
    .replace(/&/g, "&amp;")
    .replace(/\u00a0/g, "&nbsp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;");

const quoted = (text: string): string =>
  text
    .replace(/&/g, "&amp;")
    .replace(/\u00a0/g, "&nbsp;")
    .replace(/"/g, "&quot;");

class Text {
  parentNode: Element | null = null;

  constructor(readonly textContent: string) {}

  get outerHTML(): string {
    return escaped(this.textContent);
  }
}

type Node = Element | Text;

/** An element of a drawing: what d3 and Plot ask of one while they draw, and no more. */
class Element {
  parentNode: Element | null = null;
  readonly childNodes: Node[] = [];
  readonly #attributes = new Map<string, string>();

  constructor(
    readonly ownerDocument: Paper,
    readonly namespaceURI: string,
    readonly tagName: string,
  ) {}

  get children(): Element[] {
    return this.childNodes.filter((node) => node instanceof Element);
  }

  getAttribute(name: string): string | null {
    return this.#attributes.get(name) ?? null;
  }

  hasAttribute(name: string): boolean {
    return this.#attributes.has(name);
  }

  setAttribute(name: string, value: unknown): void {
    this.#attributes.set(name, String(value));
  }

  setAttributeNS(_space: string, name: string, value: unknown): void {
    this.setAttribute(name, value);
  }

  removeAttribute(name: string): void {
    this.#attributes.delete(name);
  }

  get classList(): { add: (name: string) => void } {
    return {
      add: (name) => this.setAttribute("class", [this.getAttribute("class"), name].filter(Boolean).join(" ")),
    };
  }

  /** Properties may be set by either of their names, as of a real style. */
  get style(): object {
    const put = (property: string, value: unknown): void =>
      this.setAttribute(
        "style",
        [this.getAttribute("style"), `${hyphenated(property)}: ${value};`].filter(Boolean).join(" "),
      );
    return new Proxy(
      { setProperty: put },
      {
        set: (_, property, value) => {
          put(String(property), value);
          return true;
        },
      },
    );
  }

  insertBefore<T extends Node>(node: T, next: Node | null): T {
    node.parentNode?.removeChild(node);
    const at = next === null ? -1 : this.childNodes.indexOf(next);
    if (at < 0) this.childNodes.push(node);
    else this.childNodes.splice(at, 0, node);
    node.parentNode = this;
    return node;
  }

  appendChild<T extends Node>(node: T): T {
    return this.insertBefore(node, null);
  }

  removeChild<T extends Node>(node: T): T {
    const at = this.childNodes.indexOf(node);
    if (at >= 0) this.childNodes.splice(at, 1);
    node.parentNode = null;
    return node;
  }

  remove(): void {
    this.parentNode?.removeChild(this);
  }

  get textContent(): string {
    return this.childNodes.map((node) => node.textContent).join("");
  }

  set textContent(text: string) {
    for (const node of this.childNodes.splice(0)) node.parentNode = null;
    if (text !== "") this.appendChild(new Text(String(text)));
  }

  /** Elements below this one by `tag` or `tag[attribute]`. */
  querySelectorAll(selector: string): Element[] {
    const match = /^(\w+)(?:\[([\w-]+)\])?$/.exec(selector);
    if (!match) throw new Error(`drawings are searched by tag alone, not by ${selector}`);
    const [, tag, attribute] = match;
    return this.childNodes.flatMap((node) => {
      if (node instanceof Text) return [];
      const below = node.querySelectorAll(selector);
      const meant = node.tagName === tag && (attribute === undefined || node.hasAttribute(attribute));
      return meant ? [node, ...below] : below;
    });
  }

  get outerHTML(): string {
    const attributes = [...this.#attributes].map(([name, value]) => ` ${name}="${quoted(value)}"`).join("");
    const inside = this.childNodes.map((node) => node.outerHTML).join("");
    return `<${this.tagName}${attributes}>${inside}</${this.tagName}>`;
  }
}

const html = "http://www.w3.org/1999/xhtml";

/** Creates elements, as a browser's document does. */
class Paper {
  readonly documentElement = new Element(this, html, "html");

  createElement(tag: string): Element {
    return new Element(this, html, tag);
  }

  createElementNS(namespace: string, tag: string): Element {
    return new Element(this, namespace, tag);
  }

  createTextNode(text: string): Text {
    return new Text(text);
  }
}

/**
 * A document to draw static SVG on: Plot takes it for a browser's. A whole DOM keeps live collections, style objects
 * and ranges for every element, which took most of the time of a drawing.
 */
export const paper = (): Document => new Paper() as unknown as Document;
