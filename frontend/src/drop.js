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
    if (form && event.target.type === "file" && event.target.files.length) send(form, event.target.files);
  });
}

function take(form, files) {
  const field = form.querySelector("input[type=file]");
  if (!field || !files.length) return;
  field.files = files;
  send(form, files);
}

/* A large file takes a while on its way: say so, and do not send it twice. */
function send(form, files) {
  if (form.ariaBusy === "true") return;
  form.ariaBusy = "true";
  const status = form.querySelector("[data-drop-status]");
  if (status) status.textContent = files.length === 1 ? `Sending ${files[0].name}` : `Sending ${files.length} files`;
  form.requestSubmit();
}
