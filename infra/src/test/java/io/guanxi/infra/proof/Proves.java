package io.guanxi.infra.proof;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/** A test of the isolation of companies: its outcome, and the {@link Figures} that it may take, are told to their admins. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(ProofKeeper.class)
public @interface Proves {

    /** What it is about. */
    ProofPart value();
}
