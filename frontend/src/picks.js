/* Rows picked in a table: the bar above it appears, counts and clears. Without script it is always there. */
export function watchPicks(page) {
  page.addEventListener("change", (event) => {
    const form = event.target.closest?.("form[data-picks]");
    if (!form) return;
    if (event.target.matches("[data-pick-all]")) boxes(form).forEach((box) => { box.checked = event.target.checked; });
    show(form);
  });
  page.addEventListener("click", (event) => {
    const form = event.target.closest?.("[data-pick-none]")?.closest("form[data-picks]");
    if (!form) return;
    boxes(form).forEach((box) => { box.checked = false; });
    show(form);
  });
  page.addEventListener("htmx:afterSettle", () => page.querySelectorAll("form[data-picks]").forEach(show));
  page.querySelectorAll("form[data-picks]").forEach(show);
}

const boxes = (form) => [...form.querySelectorAll("input[name=refs]")];

function show(form) {
  const picked = boxes(form).filter((box) => box.checked).length;
  for (const box of boxes(form)) box.closest("tr").classList.toggle("picked", box.checked);
  const all = form.querySelector("[data-pick-all]");
  if (all) Object.assign(all, { checked: picked > 0 && picked === boxes(form).length, indeterminate: picked > 0 && picked < boxes(form).length });
  const bar = form.querySelector("[data-pick-bar]");
  if (!bar) return;
  bar.hidden = picked === 0;
  bar.querySelector("[data-pick-count]").textContent = `${picked} selected`;
}
