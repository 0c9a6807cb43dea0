// Passkeys: a form with data-passkey asks the browser for one when it is sent, and carries the answer in a hidden field.

const decoded = (text) =>
  Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (one) => one.charCodeAt(0));

const encoded = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");

const descriptors = (given) => (given ?? []).map((one) => ({ ...one, id: decoded(one.id) }));

async function created(options) {
  const publicKey = {
    ...options,
    challenge: decoded(options.challenge),
    user: { ...options.user, id: decoded(options.user.id) },
    excludeCredentials: descriptors(options.excludeCredentials),
  };
  const made = await navigator.credentials.create({ publicKey });
  const { attestationObject, clientDataJSON } = made.response;
  return answer(made, { attestationObject: encoded(attestationObject), clientDataJSON: encoded(clientDataJSON) });
}

async function proved(options) {
  const publicKey = {
    ...options,
    challenge: decoded(options.challenge),
    allowCredentials: descriptors(options.allowCredentials),
  };
  const given = await navigator.credentials.get({ publicKey });
  const { authenticatorData, clientDataJSON, signature } = given.response;
  return answer(given, {
    authenticatorData: encoded(authenticatorData),
    clientDataJSON: encoded(clientDataJSON),
    signature: encoded(signature),
  });
}

const answer = (credential, response) => ({
  id: credential.id,
  rawId: encoded(credential.rawId),
  type: credential.type,
  clientExtensionResults: {},
  response,
});

async function ask(event) {
  const form = event.currentTarget;
  const field = form.elements.credential;
  if (field.value) return;
  event.preventDefault();
  const submitter = event.submitter;
  const options = JSON.parse(form.dataset.options);
  try {
    field.value = JSON.stringify(await (form.dataset.passkey === "create" ? created(options) : proved(options)));
  } catch {
    form.querySelector("[role=alert]").textContent = form.dataset.failed;
    return;
  }
  form.requestSubmit(submitter);
}

const forms = document.querySelectorAll("form[data-passkey]");
for (const form of forms) form.addEventListener("submit", ask);
// A page that the browser kept comes back with its fields: an answer counts once.
window.addEventListener("pageshow", () => {
  for (const form of forms) form.elements.credential.value = "";
});
