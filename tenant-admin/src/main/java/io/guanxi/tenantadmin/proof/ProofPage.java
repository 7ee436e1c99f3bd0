package io.guanxi.tenantadmin.proof;

import io.guanxi.kernel.access.CallContext;
import io.guanxi.tenantadmin.page.Texts;
import io.guanxi.tenantadmin.proof.IsolationProof.Part;
import io.guanxi.tenantadmin.proof.ProofStanding.State;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What was tried to get from one company into another, when, on which program, and what came of it. */
@Named("proofPage")
@RequestScoped
public class ProofPage {

    static final String ADDRESS = "/app/admin/isolation";

    /** Parts whose words the bundle has; a newer run may have more. */
    static final Set<String> PARTS = Set.of("matrix", "tokens", "forgery", "assignment", "mix", "schema");

    /** Figures whose words the bundle has. */
    static final Set<String> FIGURES = Set.of(
            "routes",
            "callers",
            "cells",
            "ids",
            "differences",
            "tokens",
            "requests",
            "accepted",
            "forms",
            "addresses",
            "attempts",
            "operations",
            "members",
            "changed",
            "threads",
            "foreign",
            "tables");

    private static final List<String> LIMITS = List.of("people", "server", "future", "inside");
    private static final int COMMIT = 12;

    @Inject
    private IsolationProofs proofs;

    private ProofStanding standing;

    /**
     * One kind of attack.
     *
     * @param passed  whether nothing was found
     * @param figures what was tried and found
     */
    public record Row(String title, String text, boolean passed, List<Figure> figures) {}

    /** A number and what it counts. */
    public record Figure(String label, String number) {}

    @PostConstruct
    void openProof() {
        standing = proofs.latest();
    }

    /** {@code none}, {@code unreadable}, {@code failed} or {@code passed}. */
    public String getState() {
        return standing.state().name().toLowerCase(Locale.ROOT);
    }

    public boolean isThere() {
        return standing.proof().isPresent();
    }

    public boolean isPassed() {
        return standing.state() == State.PASSED;
    }

    /** The outcome in a sentence. */
    public String getOutcome() {
        return Texts.of("proof.outcome." + getState());
    }

    /** What to do when there is nothing to show, or what the outcome means. */
    public String getMeaning() {
        return Texts.of("proof.meaning." + getState());
    }

    /** Whether the outcome is about the program that runs here. */
    public String getSubject() {
        return Texts.of("proof.subject." + standing.subject().name().toLowerCase(Locale.ROOT));
    }

    public boolean isOfAnother() {
        return standing.subject() == ProofStanding.Subject.ANOTHER;
    }

    /** When the run ended, in the company's time zone. */
    public String getFinishedAt() {
        Instant end = standing.proof().orElseThrow().finishedAt();
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                .withLocale(Texts.locale())
                .withZone(CallContext.require().zone())
                .format(end);
    }

    public String getVersion() {
        return standing.proof().orElseThrow().version();
    }

    /** The beginning of the commit's name; empty when it is not known. */
    public String getCommit() {
        return standing.proof()
                .flatMap(IsolationProof::commit)
                .map(commit -> commit.substring(0, Math.min(COMMIT, commit.length())))
                .orElse("");
    }

    public boolean isEdited() {
        return standing.proof().map(IsolationProof::edited).orElse(false);
    }

    public String getChecksum() {
        return standing.checksum();
    }

    public List<Row> getRows() {
        return standing.proof().stream()
                .flatMap(proof -> proof.parts().stream())
                .filter(part -> PARTS.contains(part.name()))
                .map(ProofPage::row)
                .toList();
    }

    private static Row row(Part part) {
        return new Row(
                Texts.of("proof.part." + part.name()),
                Texts.of("proof.part." + part.name() + ".text"),
                part.passed(),
                part.figures().entrySet().stream()
                        .filter(figure -> FIGURES.contains(figure.getKey()))
                        .map(figure ->
                                new Figure(Texts.of("proof.figure." + figure.getKey()), number(figure.getValue())))
                        .toList());
    }

    private static String number(long number) {
        return NumberFormat.getIntegerInstance(Texts.locale()).format(number);
    }

    /** What such tests do not show. */
    public List<String> getLimits() {
        return LIMITS.stream().map(limit -> Texts.of("proof.limit." + limit)).toList();
    }
}
