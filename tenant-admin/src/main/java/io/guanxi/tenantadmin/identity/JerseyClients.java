package io.guanxi.tenantadmin.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.jakarta.rs.json.JacksonJsonProvider;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.WebTarget;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.glassfish.jersey.client.proxy.WebResourceFactory;
import org.keycloak.admin.client.spi.ResteasyClientProvider;

/**
 * Lets Keycloak's admin client speak through the Jersey of the server instead of the RESTEasy it is made for, whose
 * providers would collide with Jersey's.
 */
final class JerseyClients implements ResteasyClientProvider {

    private static final long CONNECT_SECONDS = 5;
    private static final long READ_SECONDS = 20;

    @Override
    public Client newRestEasyClient(Object jackson, SSLContext tls, boolean trustAll) {
        ObjectMapper mapper = new ObjectMapper()
                .setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        ClientBuilder builder = ClientBuilder.newBuilder()
                .connectTimeout(CONNECT_SECONDS, TimeUnit.SECONDS)
                .readTimeout(READ_SECONDS, TimeUnit.SECONDS)
                // Only what is registered here: the server's own JSON providers cannot read these types.
                .property("jersey.config.disableAutoDiscovery", true)
                .property("jersey.config.disableMetainfServicesLookup", true)
                // JSON-B comes uninvited all the same, unless another feature is named.
                .property("jersey.config.jsonFeature", "JacksonFeature")
                .register(new JacksonJsonProvider(mapper));
        return tls == null ? builder.build() : builder.sslContext(tls).build();
    }

    @Override
    public <R> R targetProxy(WebTarget target, Class<R> type) {
        return WebResourceFactory.newResource(type, target);
    }
}
