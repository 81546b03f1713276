// What the page's databases have in common: requests as promises, and connections that are in nobody's way.

/** What a request comes to. */
export const answer = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

/** Lets a connection go where another tab wants to change or delete its database: `gone` is called then. */
export function giveWay(db, gone) {
  db.onversionchange = () => {
    db.close();
    gone();
  };
  db.onclose = gone;
}
