import { type Lang, words } from "../../words.ts";
import { html } from "../markup.ts";

const prompts = {
  drop: words("把台账文件拖到这里，或点此选择文件", "Drop a register here, or choose a file"),
  example: words("先看一个例子", "Read an example first"),
};

/** A file in the reader's hands; it is never sent anywhere. */
export interface DroppedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * An input for Framework's `view`: its value is the file last dropped or chosen, null at first.
 * @param example what the example button reads
 */
export const fileDrop = (example: () => Promise<DroppedFile>, lang: Lang): HTMLElement => {
  const form = Object.assign(document.createElement("form"), {
    className: "file-drop",
    value: null as DroppedFile | null,
  });
  form.innerHTML =
    html`<label tabindex="0"><input type="file" accept=".csv,.txt,.tsv,.xls,.xlsx,text/csv" title="">${prompts.drop[lang]}</label>
<button type="button">${prompts.example[lang]}</button>`.text;
  const input = form.querySelector("input") as HTMLInputElement;
  const label = form.querySelector("label") as HTMLLabelElement;

  const settle = (file: DroppedFile): void => {
    form.value = file;
    form.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const open = async (file: File | null | undefined): Promise<void> => {
    if (file) settle({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
  };

  input.addEventListener("input", (event) => event.stopPropagation());
  input.addEventListener("change", async () => {
    await open(input.files?.[0]);
    input.value = "";
  });
  label.addEventListener("keydown", (event) => {
    if (event.key === "Enter" || event.key === " ") input.click();
  });
  for (const kind of ["dragover", "dragleave", "drop"])
    form.addEventListener(kind, (event) => {
      event.preventDefault();
      form.classList.toggle("over", kind === "dragover");
    });
  form.addEventListener("drop", (event) => void open(event.dataTransfer?.files[0]));
  form.querySelector("button")?.addEventListener("click", async () => settle(await example()));
  form.addEventListener("submit", (event) => event.preventDefault());
  return form;
};
