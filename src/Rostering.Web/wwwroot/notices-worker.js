// Shows the notices that the server sends to this device, and opens the page of one that is pressed.
addEventListener("install", () => self.skipWaiting());
addEventListener("activate", event => event.waitUntil(self.clients.claim()));

addEventListener("push", event => {
  const { subject, link, key } = event.data.json();
  event.waitUntil(self.registration.showNotification(subject, { tag: key, data: link, lang: "en-GB", icon: "/icon.svg" }));
});

addEventListener("notificationclick", event => {
  event.notification.close();
  event.waitUntil(self.clients.openWindow(event.notification.data));
});
