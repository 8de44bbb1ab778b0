/* The month and the week of changes. Without it the page shows the same as an agenda. */
import { Calendar } from "fullcalendar";
import dayGrid from "fullcalendar/daygrid";
import interaction from "fullcalendar/interaction";
import theme from "fullcalendar/themes/breezy";

const host = document.querySelector("[data-calendar]");
const shown = document.getElementById("entries");

/** Ask what stands against a date; the answer comes into the panel, nothing is written. */
function attempt({ event }) {
  const form = document.getElementById("try");
  const [day, at] = event.startStr.split("T");
  form.elements.ref.value = event.id;
  form.elements.day.value = day;
  form.elements.at.value = (at ?? "").slice(0, 5);
  form.requestSubmit();
}

function open({ event, jsEvent }) {
  if (!event.id) return;
  jsEvent.preventDefault();
  const address = new URL(location.href);
  address.searchParams.set("change", event.id);
  location.assign(`${address.pathname}${address.search}#panel`);
}

if (host && shown) {
  host.hidden = false;
  const calendar = new Calendar(host, {
    plugins: [dayGrid, interaction, theme],
    initialView: host.dataset.view === "week" ? "dayGridWeek" : "dayGridMonth",
    initialDate: host.dataset.day,
    now: host.dataset.on,
    timeZone: "UTC",
    firstDay: 1,
    fixedWeekCount: false,
    headerToolbar: false,
    height: "auto",
    editable: !("fixed" in host.dataset),
    eventDurationEditable: false,
    eventDisplay: "block",
    displayEventEnd: false,
    eventTimeFormat: { hour: "2-digit", minute: "2-digit", hour12: false },
    dayHeaderFormat: host.dataset.view === "week" ? { weekday: "short", day: "numeric" } : { weekday: "short" },
    eventClass: (info) => `ev ${info.event.extendedProps.kind}`,
    eventInnerClass: "ev-in",
    eventTitleClass: "ev-title",
    dayHeaderInnerClass: "ev-dow",
    // Its name hides what stands in it; the visible words are the better name.
    dayCellDidMount: ({ el }) => el.removeAttribute("aria-label"),
    dayHeaderDidMount: ({ el }) => {
      el.removeAttribute("aria-label");
      for (const each of el.querySelectorAll("[aria-hidden]")) each.removeAttribute("aria-hidden");
    },
    eventDrop: attempt,
    eventClick: open,
    events: JSON.parse(shown.textContent),
  });
  // A phone reads the agenda in the page and draws no grid.
  if (host.offsetParent) {
    calendar.render();
    document.documentElement.classList.add("has-grid");
  } else {
    host.hidden = true;
  }
}
