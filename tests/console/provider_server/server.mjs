// An identity provider for the tests: people sign in by typing a name, and say whether they take a second step.
import { generateKeyPairSync } from "node:crypto";
import { createServer } from "node:http";
import { createRequire } from "node:module";

const { default: Provider } = createRequire(process.env.MODULES)("oidc-provider");
const { PORT, REDIRECT_URI, CLIENT_ID, CLIENT_SECRET, ACR } = process.env;

const key = generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey.export({ format: "jwk" });
const claims = ["sub", "acr", "amr", "auth_time"];

const provider = new Provider(`http://localhost:${PORT}`, {
  clients: [{ client_id: CLIENT_ID, client_secret: CLIENT_SECRET, redirect_uris: [REDIRECT_URI] }],
  acrValues: [ACR],
  claims: { openid: claims },
  cookies: { keys: ["tests"] },
  features: { devInteractions: { enabled: false } },
  findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
  interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
  jwks: { keys: [{ ...key, use: "sig", alg: "RS256" }] },
  pkce: { required: () => true },
  async loadExistingGrant(context) {
    const { client, session } = context.oidc;
    const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
    grant.addOIDCScope("openid");
    await grant.save();
    return grant;
  },
});

const page = `<!DOCTYPE html><html lang="nl"><meta charset="utf-8"><link rel="icon" href="data:,"><title>Inloggen bij de gemeente</title>
<h1>Inloggen bij de gemeente</h1>
<form method="post">
<label>Naam <input name="name" autocomplete="off"></label>
<label><input type="checkbox" name="second" checked> Tweede stap</label>
<button>Verder</button>
</form></html>`;

async function posted(request) {
  let body = "";
  for await (const part of request) body += part;
  return new URLSearchParams(body);
}

async function interact(request, response) {
  if (request.method === "GET") return response.setHeader("Content-Type", "text/html").end(page);
  const form = await posted(request);
  const login = { accountId: form.get("name"), amr: ["pwd"] };
  if (form.has("second")) Object.assign(login, { acr: ACR, amr: ["pwd", "mfa"] });
  return provider.interactionFinished(request, response, { login });
}

const others = provider.callback();
createServer((request, response) =>
  (request.url.startsWith("/interaction/") ? interact : others)(request, response),
).listen(PORT, "127.0.0.1", () => console.log("ready"));
