package dev.handover.checks;

import dev.handover.checks.guard.CallFailed;
import java.net.URI;
import java.util.List;

/**
 * Where and how a client asks its provider for tokens, as the discovery document says.
 *
 * @param keys address of the key set
 * @param isByBasic true if the client identifies itself by HTTP Basic, false if by fields of the form
 */
record TokenEndpoint(TokenClient client, URI url, URI keys, boolean isByBasic) {

    private static final String BASIC = "client_secret_basic";
    private static final String POST = "client_secret_post";

    /** @throws CallFailed if the provider's document is not one that a client with a secret can use */
    static TokenEndpoint of(TokenClient client, Probe probe) throws CallFailed {
        Discovery discovery = Discovery.of(client.issuer(), probe);
        if (discovery.otherIssuer().isPresent()) {
            throw new CallFailed("discovery: " + discovery.otherIssuer().get());
        }
        List<String> methods = discovery.clientMethods();
        if (!methods.contains(BASIC) && !methods.contains(POST)) {
            throw new CallFailed("the provider takes no client secret, neither by %s nor by %s".formatted(BASIC, POST));
        }
        return new TokenEndpoint(
                client,
                endpoint(discovery, "token_endpoint"),
                endpoint(discovery, "jwks_uri"),
                methods.contains(BASIC));
    }

    private static URI endpoint(Discovery discovery, String field) throws CallFailed {
        return discovery.endpoint(field).orElseThrow(() -> new CallFailed("discovery: " + discovery.noAddress(field)));
    }
}
