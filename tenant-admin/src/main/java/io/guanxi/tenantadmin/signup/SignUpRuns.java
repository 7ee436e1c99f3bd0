package io.guanxi.tenantadmin.signup;

import io.guanxi.kernel.error.DomainException;
import io.guanxi.tenantadmin.provisioning.Password;
import io.guanxi.tenantadmin.provisioning.Provisioning;
import io.guanxi.tenantadmin.provisioning.TenantProvisioning;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Makes the companies that signed up, in the background, while their page shows how far it is. A password is known to the
 * run and to nobody else: should the run die, its successor mails a link instead.
 */
@ApplicationScoped
public class SignUpRuns {

    private static final Logger LOG = Logger.getLogger(SignUpRuns.class.getName());

    @Resource
    private ManagedExecutorService executor;

    @Inject
    private TenantProvisioning provisioning;

    void start(Provisioning one, Optional<Password> password) {
        executor.execute(() -> run(one, password));
    }

    private void run(Provisioning one, Optional<Password> password) {
        try {
            provisioning.advance(one, password);
        } catch (DomainException refused) {
            LOG.log(Level.WARNING, refused, () -> "tenant " + one.slug() + " cannot be made");
        }
    }
}
