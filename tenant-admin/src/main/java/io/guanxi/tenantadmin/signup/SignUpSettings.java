package io.guanxi.tenantadmin.signup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Whether companies may sign themselves up here, and where links lead. */
@ApplicationScoped
public class SignUpSettings {

    private boolean open;
    private String publicUrl;

    protected SignUpSettings() {}

    @Inject
    public SignUpSettings(
            @ConfigProperty(name = "guanxi.signup", defaultValue = "true") boolean open,
            @ConfigProperty(name = "guanxi.public.url") String publicUrl) {
        this.open = open;
        this.publicUrl = publicUrl.endsWith("/") ? publicUrl.substring(0, publicUrl.length() - 1) : publicUrl;
    }

    public boolean isOpen() {
        return open;
    }

    /** A whole address of the product. */
    public String link(String path) {
        return publicUrl + path;
    }
}
