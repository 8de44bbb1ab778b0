/* A button marked data-print prints the page; without script it stays hidden. */
export function watchPrint(page) {
  for (const button of page.querySelectorAll("[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  }
}
