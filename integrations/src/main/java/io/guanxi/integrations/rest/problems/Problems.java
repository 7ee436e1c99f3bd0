package io.guanxi.integrations.rest.problems;

import io.guanxi.billing.ModuleNeeded;
import io.guanxi.integrations.rest.records.DuplicateJson;
import io.guanxi.kernel.custom.FieldInUse;
import io.guanxi.kernel.database.Outage;
import io.guanxi.kernel.duplicate.LikelyDuplicate;
import io.guanxi.kernel.error.AccessDenied;
import io.guanxi.kernel.error.DomainException;
import io.guanxi.kernel.error.DuplicateValue;
import io.guanxi.kernel.error.FieldError;
import io.guanxi.kernel.error.InvalidQuery;
import io.guanxi.kernel.error.InvalidRecord;
import io.guanxi.kernel.error.LimitReached;
import io.guanxi.kernel.error.ModuleNotEntitled;
import io.guanxi.kernel.error.RecordNotFound;
import io.guanxi.kernel.error.StaleRecord;
import io.guanxi.kernel.error.TenantReadOnly;
import io.guanxi.kernel.imports.InvalidMapping;
import io.guanxi.kernel.object.Labels;
import io.guanxi.kernel.object.TenantTexts;
import io.guanxi.kernel.people.IdentitiesAway;
import io.guanxi.kernel.record.AtomicFailure;
import io.guanxi.kernel.tabular.UnreadableFile;
import jakarta.ws.rs.WebApplicationException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/** What each exception is to a partner: the one place where broken rules become statuses. */
public final class Problems {

    private Problems() {}

    /** The problem that an exception, or the first telling one among its causes, stands for. */
    public static Problem of(Throwable failure, Locale locale) {
        Throwable cause = Failures.telling(failure);
        if (cause instanceof ApiProblem problem) {
            return ofApi(problem, locale);
        }
        if (cause instanceof DomainException broken) {
            return ofDomain(broken, locale);
        }
        if (cause instanceof WebApplicationException refusal) {
            return ofStatus(refusal, locale);
        }
        if (Outage.isCauseOf(failure)) {
            return plain(ProblemType.UNAVAILABLE, locale, Map.of("Retry-After", "5"));
        }
        if (Failures.isContention(failure)) {
            return plain(ProblemType.UNAVAILABLE, locale, Map.of("Retry-After", "1"));
        }
        return plain(ProblemType.INTERNAL_ERROR, locale, Map.of());
    }

    /** The type of a broken rule. */
    static ProblemType typeOf(DomainException broken) {
        if (broken instanceof RecordNotFound) {
            return ProblemType.NOT_FOUND;
        } else if (broken instanceof StaleRecord) {
            return ProblemType.STALE_RECORD;
        } else if (broken instanceof InvalidRecord) {
            return ProblemType.INVALID_RECORD;
        } else if (broken instanceof DuplicateValue) {
            return ProblemType.DUPLICATE_VALUE;
        } else if (broken instanceof LikelyDuplicate) {
            return ProblemType.LIKELY_DUPLICATE;
        } else if (broken instanceof AccessDenied) {
            return ProblemType.ACCESS_DENIED;
        } else if (broken instanceof ModuleNotEntitled) {
            return ProblemType.MODULE_NOT_ENTITLED;
        } else if (broken instanceof LimitReached) {
            return ProblemType.LIMIT_REACHED;
        } else if (broken instanceof TenantReadOnly) {
            return ProblemType.TENANT_READ_ONLY;
        } else if (broken instanceof InvalidQuery) {
            return ProblemType.INVALID_QUERY;
        } else if (broken instanceof UnreadableFile) {
            return ProblemType.UNREADABLE_FILE;
        } else if (broken instanceof InvalidMapping) {
            return ProblemType.INVALID_MAPPING;
        } else if (broken instanceof IdentitiesAway) {
            return ProblemType.UNAVAILABLE;
        }
        return ProblemType.RULE_BROKEN;
    }

    private static Problem ofApi(ApiProblem problem, Locale locale) {
        String detail =
                ProblemTexts.detail(problem.code(), locale, problem.args().toArray());
        List<Problem.MemberError> errors = problem.errors().stream()
                .map(error -> new Problem.MemberError(
                        error.pointer(),
                        error.code(),
                        ProblemTexts.detail(error.code(), locale, error.args().toArray())))
                .toList();
        return new Problem(problem.type(), locale, detail, errors, Map.of(), problem.headers());
    }

    /** Tells the step's own problem, with pointers that lead to the step. */
    private static Problem ofAtomic(AtomicFailure failure, Locale locale) {
        Problem reason = ofDomain(failure.reason(), locale);
        String step = "/" + failure.step();
        List<Problem.MemberError> errors = reason.errors().isEmpty()
                ? List.of(new Problem.MemberError(step, failure.reason().code(), reason.detail()))
                : reason.errors().stream()
                        .map(error -> new Problem.MemberError(
                                step + "/data" + error.pointer(), error.code(), error.message()))
                        .toList();
        String detail = Labels.error(failure.code(), locale, failure.args().toArray());
        return new Problem(reason.type(), locale, detail, errors, reason.more(), Map.of(), reason.about());
    }

    private static Problem ofDomain(DomainException broken, Locale locale) {
        if (broken instanceof AtomicFailure failure) {
            return ofAtomic(failure, locale);
        }
        if (broken instanceof RecordNotFound) {
            // The same words as for an address that leads nowhere.
            return plain(ProblemType.NOT_FOUND, locale, Map.of());
        }
        String detail = Labels.error(broken.code(), locale, broken.args().toArray());
        List<Problem.MemberError> errors = broken instanceof InvalidRecord invalid
                ? invalid.errors().stream().map(error -> member(error, locale)).toList()
                : broken instanceof DuplicateValue taken
                        ? List.of(new Problem.MemberError("/" + taken.field(), taken.code(), detail))
                        : broken instanceof FieldInUse used ? uses(used, locale) : List.of();
        Map<String, String> headers =
                broken instanceof StaleRecord stale && stale.currentVersion().isPresent()
                        ? Map.of("ETag", "\"v" + stale.currentVersion().getAsLong() + "\"")
                        : Map.of();
        String about = broken instanceof ModuleNotEntitled refusal ? refusal.module() : "";
        return new Problem(typeOf(broken), locale, detail, errors, more(broken, locale), headers, about);
    }

    /** What programs can go by beside the type. */
    private static Map<String, Object> more(DomainException broken, Locale locale) {
        Map<String, Object> more = new LinkedHashMap<>();
        if (broken instanceof LikelyDuplicate likely) {
            more.put("candidates", DuplicateJson.candidates(likely.object(), likely.candidates(), locale));
        } else if (broken instanceof ModuleNotEntitled refusal) {
            more.put("module", refusal.module());
            refusal.plan().ifPresent(plan -> more.put("plan", plan));
        } else if (broken instanceof LimitReached reached) {
            more.put("limit", reached.limit());
            more.put("allowed", reached.allowed());
        } else if (broken instanceof ModuleNeeded needed) {
            more.put("modules", List.copyOf(new TreeSet<>(needed.others())));
        }
        return more;
    }

    private static List<Problem.MemberError> uses(FieldInUse used, Locale locale) {
        return used.uses().stream()
                .map(use -> new Problem.MemberError(
                        "", used.code(), TenantTexts.in(use.kind(), locale) + ": " + use.name()))
                .toList();
    }

    private static Problem.MemberError member(FieldError error, Locale locale) {
        return new Problem.MemberError(
                error.pointer(),
                error.code(),
                Labels.error(error.code(), locale, error.args().toArray()));
    }

    private static Problem ofStatus(WebApplicationException refusal, Locale locale) {
        Map<String, String> headers = new java.util.HashMap<>();
        for (String name : List.of("Allow", "WWW-Authenticate", "Retry-After")) {
            String value = refusal.getResponse().getHeaderString(name);
            if (value != null) {
                headers.put(name, value);
            }
        }
        return plain(ProblemType.ofStatus(refusal.getResponse().getStatus()), locale, headers);
    }

    private static Problem plain(ProblemType type, Locale locale, Map<String, String> headers) {
        return new Problem(type, locale, ProblemTexts.explanation(type, locale), List.of(), Map.of(), headers);
    }
}
