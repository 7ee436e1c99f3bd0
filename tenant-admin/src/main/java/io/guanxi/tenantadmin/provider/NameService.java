package io.guanxi.tenantadmin.provider;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.Optional;
import javax.naming.Context;
import javax.naming.NameNotFoundException;
import javax.naming.NamingEnumeration;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.directory.DirContext;
import javax.naming.spi.NamingManager;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Asks the name service of the Internet for texts, or the one server that is set. */
@ApplicationScoped
public class NameService {

    private static final String TEXT = "TXT";
    private static final String FIRST_PATIENCE_MILLIS = "2000";
    private static final String ATTEMPTS = "2";

    private Optional<String> server;

    protected NameService() {}

    @Inject
    public NameService(@ConfigProperty(name = "guanxi.dns") Optional<String> server) {
        this.server = server.filter(one -> !one.isBlank());
    }

    /** It does not answer now. */
    static final class Away extends Exception {

        Away(Throwable cause) {
            super("the name service does not answer", cause);
        }
    }

    /** The texts under a name; none when there is no such name. */
    List<String> texts(String name) throws Away {
        Hashtable<String, String> environment = new Hashtable<>();
        environment.put("com.sun.jndi.dns.timeout.initial", FIRST_PATIENCE_MILLIS);
        environment.put("com.sun.jndi.dns.timeout.retries", ATTEMPTS);
        try {
            Context context = NamingManager.getURLContext("dns", environment);
            try {
                String address = "dns:" + server.map(one -> "//" + one).orElse("") + "/" + name;
                return values(((DirContext) context)
                        .getAttributes(address, new String[] {TEXT})
                        .get(TEXT));
            } finally {
                context.close();
            }
        } catch (NameNotFoundException none) {
            return List.of();
        } catch (NamingException failed) {
            throw new Away(failed);
        }
    }

    private static List<String> values(Attribute found) throws NamingException {
        List<String> texts = new ArrayList<>();
        if (found != null) {
            NamingEnumeration<?> values = found.getAll();
            while (values.hasMore()) {
                texts.add(String.valueOf(values.next()).replace("\"", ""));
            }
        }
        return texts;
    }
}
