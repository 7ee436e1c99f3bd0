package io.guanxi.web.request;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Shows the rest of the product the request as the browser sent it, whatever proxies stand between. */
public class ForwardedFilter extends HttpFilter {

    @Inject
    @ConfigProperty(name = "guanxi.trusted.proxies")
    private transient Optional<String> list;

    private transient TrustedProxies trusted;

    @Override
    public void init() {
        trusted = new TrustedProxies(list.orElse(""));
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        // Before anything reads a parameter: without it the server takes the words of a search for Latin-1.
        if (request.getCharacterEncoding() == null) {
            request.setCharacterEncoding("UTF-8");
        }
        HttpServletRequest decided = new DecidedEncoding(request);
        HttpServletRequest shown = Origin.of(request, trusted)
                .<HttpServletRequest>map(origin -> new ForwardedRequest(decided, origin))
                .orElse(decided);
        chain.doFilter(shown, new RelativeRedirects(response));
    }
}
