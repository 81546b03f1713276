// Handing a page on through the device's own sheet, and reading it aloud with the device's own voice. Both stay on it.

/** Whether the device has a sheet to hand a link on with. */
export const canShare = () => typeof navigator.share === 'function';

/** Opens that sheet; false where it did not open. A visitor who closes it again has not failed. */
export async function share(title, text, url) {
  try {
    await navigator.share({ title, text, url });
    return true;
  } catch (why) {
    return why?.name === 'AbortError';
  }
}

/** Whether the device can read aloud. */
export const canSpeak = () => 'speechSynthesis' in window && 'SpeechSynthesisUtterance' in window;

/** Reads texts aloud one after the other, a short one each since long ones are broken off; then calls `ended`. */
export function speak(texts, lang, ended) {
  speechSynthesis.cancel();
  texts.forEach((text, at) => {
    const words = new SpeechSynthesisUtterance(text);
    words.lang = lang;
    words.rate = 0.9;
    if (at === texts.length - 1) words.onend = words.onerror = () => ended();
    speechSynthesis.speak(words);
  });
}

/** Stops reading. */
export function quiet() {
  if ('speechSynthesis' in window) speechSynthesis.cancel();
}

/** The texts of what matches, as they stand on the page. */
export function textsOf(selector) {
  return [...document.querySelectorAll(selector)].map((element) => element.innerText.trim()).filter((text) => text !== '');
}
