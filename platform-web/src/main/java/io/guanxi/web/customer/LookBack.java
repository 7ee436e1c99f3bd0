package io.guanxi.web.customer;

import io.guanxi.web.shell.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** How many days back pages about all customers look: what the address asks for, else a quarter. */
@Named("lookBack")
@RequestScoped
public class LookBack {

    private static final Set<Integer> SPANS = Set.of(30, 90, 365);
    private static final int USUAL = 90;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Texts texts;

    private int days = USUAL;

    /** Another span of days. */
    public record Span(String label, String href, boolean current) {}

    @PostConstruct
    void readSpan() {
        String asked = request.getParameter("days");
        if (asked != null && asked.matches("\\d{1,3}") && SPANS.contains(Integer.valueOf(asked))) {
            days = Integer.parseInt(asked);
        }
    }

    public int getDays() {
        return days;
    }

    public List<Span> getSpans() {
        return Stream.of(30, USUAL, 365)
                .map(span -> new Span(texts.of("map.days", span), "?days=" + span, span == days))
                .toList();
    }
}
