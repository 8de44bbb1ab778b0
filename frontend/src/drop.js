/* A form marked data-drop takes dropped files into its file field; choosing sends it. */
export function watchDrops(page) {
  for (const kind of ["dragover", "dragleave", "drop"]) {
    page.addEventListener(kind, (event) => {
      const form = event.target.closest?.("form[data-drop]");
      if (!form) return;
      event.preventDefault();
      form.classList.toggle("over", kind === "dragover");
      if (kind === "drop") take(form, event.dataTransfer.files);
    });
  }
  page.addEventListener("change", (event) => {
    const form = event.target.closest?.("form[data-drop]");
    if (form && event.target.type === "file" && event.target.files.length) form.requestSubmit();
  });
}

function take(form, files) {
  const field = form.querySelector("input[type=file]");
  if (!field || !files.length) return;
  field.files = files;
  form.requestSubmit();
}
