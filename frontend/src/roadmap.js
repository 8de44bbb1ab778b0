/* A proposal dragged to another quarter of the roadmap is sent as the form would send it. */
export function watchRoadmap(page) {
  const form = page.getElementById("move");
  if (!form) return;
  let moved = "";
  page.addEventListener("dragstart", (event) => { moved = event.target.closest?.("[data-proposal]")?.dataset.proposal ?? ""; });
  for (const quarter of page.querySelectorAll("[data-roadmap] [data-quarter]")) {
    quarter.addEventListener("dragover", (event) => { if (moved) { event.preventDefault(); quarter.classList.add("is-over"); } });
    quarter.addEventListener("dragleave", () => quarter.classList.remove("is-over"));
    quarter.addEventListener("drop", (event) => { event.preventDefault(); send(form, moved, quarter.dataset.quarter); });
  }
}

function send(form, proposal, quarter) {
  form.elements.proposal.value = proposal;
  form.elements.quarter.value = quarter;
  form.requestSubmit();
}
