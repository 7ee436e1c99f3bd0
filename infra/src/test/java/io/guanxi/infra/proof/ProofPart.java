package io.guanxi.infra.proof;

import java.util.List;
import java.util.Locale;

/** Kinds of attacks, each with the tests that try it: all of them have to run for there to be an outcome. */
public enum ProofPart {
    MATRIX("isolation.IsolationMatrixIT"),
    TOKENS("BearerTokenIT", "isolation.TokensOnEveryRouteIT"),
    FORGERY("isolation.ForgedFormsIT", "isolation.OffSiteIT", "isolation.LogInForgeryIT"),
    ASSIGNMENT("isolation.MassAssignmentIT"),
    MIX("MixedTenantsIT"),
    SCHEMA("SchemaRulesIT");

    private static final String PLACE = "io.guanxi.infra.system.";

    private final List<String> tests;

    ProofPart(String... tests) {
        this.tests = List.of(tests);
    }

    /** Names of its test classes. */
    List<String> tests() {
        return tests.stream().map(PLACE::concat).toList();
    }

    /** What it is called in the outcome. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
