// Keeps a copy of one's own week and of what it is drawn with. The network comes first; the copy is for when there is none.
const kept = "my-week";

addEventListener("install", () => self.skipWaiting());
addEventListener("activate", event => event.waitUntil(self.clients.claim()));

addEventListener("message", event => event.waitUntil((async () => {
  const cache = await caches.open(kept);
  await Promise.allSettled(event.data.parts.map(part => cache.add(part))); // A picture that is missing keeps no week away.
  await cache.add(event.data.page);
  event.source.postMessage("kept");
})()));

addEventListener("fetch", event => {
  const { request } = event;
  const path = new URL(request.url).pathname;
  if (request.method !== "GET") {
    return;
  }
  if (request.mode !== "navigate") {
    event.respondWith(fetch(request).catch(() => caches.match(request.url, { ignoreVary: true }).then(copy => copy ?? Response.error())));
  } else if (path === "/my/week") {
    event.respondWith(week(request));
  }
});

async function week(request) {
  try {
    const response = await fetch(request);
    if (response.ok) {
      await (await caches.open(kept)).put(request, response.clone());
    } else if (response.type === "opaqueredirect" || response.status === 403) {
      await caches.delete(kept); // Signed out: nothing stays behind on a telephone that others use.
    }
    return response;
  } catch {
    const copy = await caches.match(request.url, { ignoreVary: true });
    if (!copy) {
      return Response.error();
    }
    const headers = new Headers(copy.headers);
    headers.delete("content-encoding"); // The copy is kept as plain text.
    headers.delete("content-length");
    return new Response((await copy.text()).replace('data-copy="no"', 'data-copy="yes"'), { headers });
  }
}
