import { createHmac } from 'node:crypto';
import type { Payload } from '../../src/playground/payloads.ts';
import type { Courier, EnvelopeKind } from '../../src/playground/socket-hub.ts';

export type SignedRequest = {
  url: string;
  signingSecret: string;
  timestampSeconds: number;
  body: string;
  type: string;
};

/** Posts a body signed as Slack signs it. https://docs.slack.dev/authentication/verifying-requests-from-slack */
export function postSigned(request: SignedRequest, signature: string = sign(request)): Promise<Response> {
  return fetch(request.url, {
    method: 'POST',
    headers: {
      'content-type': request.type,
      'x-slack-request-timestamp': String(request.timestampSeconds),
      'x-slack-signature': signature,
    },
    body: request.body,
  });
}

export function sign({ signingSecret, timestampSeconds, body }: SignedRequest): string {
  return `v0=${createHmac('sha256', signingSecret).update(`v0:${timestampSeconds}:${body}`).digest('hex')}`;
}

/** The body and content type in which Slack sends a payload of this kind over HTTP. */
export function httpBody(kind: EnvelopeKind, payload: Payload): { body: string; type: string } {
  if (kind === 'events_api') return { body: JSON.stringify(payload), type: 'application/json' };
  const form = 'application/x-www-form-urlencoded';
  if (kind === 'interactive') {
    return { body: new URLSearchParams({ payload: JSON.stringify(payload) }).toString(), type: form };
  }
  const fields = Object.entries(payload).map(([name, value]): [string, string] => [name, String(value)]);
  return { body: new URLSearchParams(fields).toString(), type: form };
}

/** Brings payloads over signed HTTP; rejects when the app does not answer 200. */
export function createHttpCourier(url: () => string, signingSecret: string): Courier {
  return async (kind, payload) => {
    const timestampSeconds = Math.floor(Date.now() / 1000);
    const response = await postSigned({ url: url(), signingSecret, timestampSeconds, ...httpBody(kind, payload) });
    const body = await response.text();
    if (response.status !== 200) throw new Error(`${kind}: ${response.status} ${body}`);
    return body;
  };
}
