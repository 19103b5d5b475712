/* Runs before the first paint: styles may hide a control's target only where a script can open it again. */
document.documentElement.classList.add("js");
