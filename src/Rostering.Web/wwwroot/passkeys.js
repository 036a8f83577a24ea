// Forms with data-passkey make or use a passkey on the way. Without scripts, or a browser that knows passkeys, they stay out of the way.
const token = document.querySelector("meta[name=request-token]").content;

async function ask(form) {
  const response = await fetch(form.dataset.options, { method: "POST", headers: { RequestVerificationToken: token } });
  if (!response.ok) {
    throw new Error(response.status === 429 ? "Too many tries. Wait a minute." : "The server did not answer. Try again.");
  }
  const options = await response.json();
  return form.dataset.passkey === "create"
    ? navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
    : navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
}

async function send(form) {
  try {
    form.elements.credential.value = JSON.stringify(await ask(form));
    form.submit();
  } catch (error) {
    document.getElementById("problem").textContent = error.name === "NotAllowedError"
      ? "Your device gave no passkey: it was called off, took too long, or has none for this address."
      : error.message;
  }
}

if (window.PublicKeyCredential?.parseRequestOptionsFromJSON) {
  for (const form of document.querySelectorAll("form[data-passkey]")) {
    form.hidden = false;
    form.querySelector("button").disabled = false;
    form.querySelector("[data-without-passkeys]")?.remove();
    form.addEventListener("submit", event => {
      event.preventDefault();
      send(form);
    });
  }
}
