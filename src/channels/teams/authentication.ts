import { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import {
  AuthenticationConstants,
  type BotFrameworkAuthentication,
  ClaimsIdentity,
  type ServiceClientCredentialsFactory,
} from 'botframework-connector';

/** The bot's registration with Microsoft, as the environment names it. */
export interface MicrosoftApp {
  /** Absent: nobody is authenticated; for the local playground alone (see `door.ts`). */
  readonly appId?: string | undefined;
  readonly appPassword?: string | undefined;
  readonly appTenantId?: string | undefined;
  readonly appType: 'MultiTenant' | 'SingleTenant' | 'UserAssignedMSI';
}

/** A Bot Framework other than Microsoft's own: its keys, and the credentials that it takes. For tests. */
export interface OtherCloud {
  /** Address of the OpenID document that names the keys by which its tokens are signed. */
  readonly metadataUrl: string;
  readonly credentials: ServiceClientCredentialsFactory;
}

/**
 * The SDK's authentication, both ways: who calls us holds a token of the Bot Framework for our app id, and we call with one of our own.
 * https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication
 */
export function createAuthentication(app: MicrosoftApp, other?: OtherCloud): BotFrameworkAuthentication {
  const settings = {
    MicrosoftAppType: app.appType,
    ...(app.appId && { MicrosoftAppId: app.appId }),
    ...(app.appPassword && { MicrosoftAppPassword: app.appPassword }),
    ...(app.appTenantId && { MicrosoftAppTenantId: app.appTenantId }),
  };
  if (!other) return new ConfigurationBotFrameworkAuthentication(settings);
  const cloud = {
    ToChannelFromBotLoginUrl: AuthenticationConstants.ToChannelFromBotLoginUrl,
    ToChannelFromBotOAuthScope: AuthenticationConstants.ToChannelFromBotOAuthScope,
    ToBotFromChannelTokenIssuer: AuthenticationConstants.ToBotFromChannelTokenIssuer,
    ToBotFromChannelOpenIdMetadataUrl: other.metadataUrl,
    ToBotFromEmulatorOpenIdMetadataUrl: other.metadataUrl,
    OAuthUrl: AuthenticationConstants.OAuthUrl,
  };
  return new ConfigurationBotFrameworkAuthentication({ ...settings, ...cloud }, other.credentials);
}

/** As whom we call: our own app id. */
export function ourselves(appId = ''): ClaimsIdentity {
  return new ClaimsIdentity([{ type: AuthenticationConstants.AudienceClaim, value: appId }]);
}
