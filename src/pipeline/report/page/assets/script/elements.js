import { addText } from "./visible.js";

/** An element with a class and children; texts among them are our own words. */
export function make(tag, className, ...children) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...children.filter((child) => child !== null && child !== ""));
  return element;
}

/** A text of the calls: isolated, so that it turns nothing around it. */
export function foreign(tag, className, text) {
  const element = make(tag, className);
  element.dir = "auto";
  return addText(element, text);
}

export function byId(id) {
  return document.getElementById(id);
}

/** A name of code, one of several in a line. */
export function codeName(text) {
  return make("code", "", addText(document.createElement("bdi"), text));
}
