package io.guanxi.tenantadmin.people;

import io.guanxi.kernel.access.Role;
import io.guanxi.kernel.id.RecordId;
import io.guanxi.kernel.people.Member;
import java.time.Instant;
import java.util.Optional;

/**
 * One line of the list of a tenant's people.
 *
 * @param id         as it is known outside
 * @param manager    id of whom the person reports to; empty for nobody
 * @param lastSeenAt time of the last request, to the minute; empty for who never came
 * @param lockedUntil until when no password of theirs is taken, after too many wrong ones; empty when it is
 */
public record TenantPerson(
        String id,
        String name,
        String email,
        Role role,
        Member.Status status,
        Optional<String> manager,
        Optional<Instant> lastSeenAt,
        Optional<Instant> lockedUntil) {

    static TenantPerson of(Member member) {
        return new TenantPerson(
                RecordId.format(member.id()),
                member.name(),
                member.email(),
                member.role(),
                member.status(),
                member.manager().map(RecordId::format),
                member.lastSeenAt(),
                member.lockedUntil().filter(until -> until.isAfter(Instant.now())));
    }
}
