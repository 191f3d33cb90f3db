/**
 * Shows the copy buttons and lets them work: the table is selected and copied as the browser does it, so that a
 * spreadsheet takes it as cells. A plain script: it runs from a disk too, and a page is whole without it.
 */
export const copyScript = `<script>
for (const button of document.querySelectorAll("button.copy")) {
  button.hidden = false;
  button.addEventListener("click", () => {
    const selection = getSelection();
    selection.selectAllChildren(button.closest("details").querySelector("table"));
    document.execCommand("copy");
    selection.removeAllRanges();
    button.textContent = button.dataset.done;
  });
}
</script>`;
