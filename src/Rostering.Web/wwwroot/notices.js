// Notices on this device: the browser subscribes with its own push service, and the form hands over what it got. Without scripts, or in a
// browser that knows no notices, the form stays away and the page says so.
const form = document.getElementById("this-device");
const fault = document.getElementById("device-fault");

async function subscribe() {
  if (await Notification.requestPermission() !== "granted") {
    throw new Error("Your browser may not show notices from this site. Allow them in its settings for this site, and press the button again.");
  }
  const { pushManager } = await navigator.serviceWorker.ready;
  const former = await pushManager.getSubscription(); // Somebody else's who used this device, or one for another key.
  await former?.unsubscribe();
  return pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: form.dataset.key }).catch(error => {
    throw new Error(`Your browser did not reach its push service. Try again later. (${error.message})`);
  });
}

async function handOver() {
  const { endpoint, keys } = (await subscribe()).toJSON();
  Object.entries({ endpoint, p256dh: keys.p256dh, auth: keys.auth }).forEach(([name, value]) => form.elements[name].value = value);
  form.requestSubmit();
}

form.addEventListener("submit", event => {
  if (form.elements.endpoint.value) return; // It has what it hands over.
  event.preventDefault();
  fault.textContent = "";
  handOver().catch(error => fault.textContent = error.message);
});

async function markOf(endpoint) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(endpoint)));
  return [...digest].map(byte => byte.toString(16).padStart(2, "0")).join("");
}

// The device in hand is marked in the list; removed there, it lets go of its subscription too.
async function findThis() {
  const { pushManager } = await navigator.serviceWorker.ready;
  const subscription = await pushManager.getSubscription();
  const own = subscription && document.querySelector(`[data-device="${await markOf(subscription.endpoint)}"]`);
  if (own) {
    own.querySelector("h3").append(" ", Object.assign(document.createElement("span"), { className: "tag", textContent: "this device" }));
    own.querySelector("form").addEventListener("submit", () => subscription.unsubscribe());
  }
  form.hidden = Boolean(own);
}

if (navigator.serviceWorker && window.PushManager && window.Notification) {
  document.getElementById("without-notices").remove();
  navigator.serviceWorker.register("/notices-worker.js", { scope: "/messages" });
  findThis();
}
