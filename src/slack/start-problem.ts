import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRequestError } from '@slack/web-api';

/** A setting or circumstance that keeps Valo from Slack. The message is one line for whoever runs it. */
export class StartProblem extends Error {
  override readonly name = 'StartProblem';
}

export type TokenSetting = 'SLACK_BOT_TOKEN' | 'SLACK_APP_TOKEN';

const tokenAdvice: Readonly<Record<TokenSetting, string>> = {
  SLACK_BOT_TOKEN:
    'copy the Bot User OAuth Token (xoxb-…) from "OAuth & Permissions" at api.slack.com/apps and reinstall the app if it was removed',
  SLACK_APP_TOKEN:
    'create an app-level token (xapp-…) with the scope connections:write under "Basic Information" at api.slack.com/apps',
};

const rejectedToken = new Set([
  'not_authed',
  'invalid_auth',
  'account_inactive',
  'token_revoked',
  'token_expired',
  'not_allowed_token_type',
  'user_removed_from_team',
  'team_disabled',
  'missing_scope',
]);

/** True for an answer that a later try with the same token cannot change. */
export function isRejectedToken(error: unknown): error is WebAPIPlatformError {
  return error instanceof WebAPIPlatformError && rejectedToken.has(error.data.error);
}

/** The problem as one line that names the setting and how to mend it. The cause keeps the original error. */
export function describeStartProblem(error: unknown, setting: TokenSetting, apiUrl: string): StartProblem {
  return new StartProblem(startProblemLine(error, setting, apiUrl), { cause: error });
}

function startProblemLine(error: unknown, setting: TokenSetting, apiUrl: string): string {
  if (error instanceof StartProblem) return error.message;
  if (isRejectedToken(error)) return `${setting}: Slack answers "${error.data.error}"; ${tokenAdvice[setting]}.`;
  if (error instanceof WebAPIPlatformError) return `${setting}: Slack answers "${error.data.error}".`;
  if (error instanceof WebAPIHTTPError || error instanceof WebAPIRequestError) {
    return `SLACK_API_URL: ${apiUrl} cannot be reached (${error.message}); check the network, or the address if you set one.`;
  }
  if (isAddressInUse(error)) return 'PORT: the port is taken; choose another one or stop the program that holds it.';
  return `Slack: ${error instanceof Error ? error.message : String(error)}`;
}

function isAddressInUse(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
}
