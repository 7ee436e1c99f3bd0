package io.guanxi.integrations.rest.idempotency;

/** The first answer to a request, with the fingerprint of that request. */
public record StoredAnswer(String fingerprint, Answer answer) {}
