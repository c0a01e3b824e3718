package org.leye.subsidy.rulebook;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.platform.identity.BelongsToNobody;
import org.leye.subsidy.policy.PolicyDocument;
import org.leye.subsidy.policy.TableDocument;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The texts of rules, read once each: a text never changes under its hash. */
@ApplicationScoped
@BelongsToNobody
public class RuleTexts implements PanacheRepositoryBase<RuleText, String> {

    /** Drafts under edit each make a new hash: beyond this many all are dropped and read again when needed. */
    private static final int MOST_KEPT = 256;

    private final Map<String, PolicyDocument> policies = new ConcurrentHashMap<>();
    private final Map<String, TableDocument> tables = new ConcurrentHashMap<>();

    /** The policy with this hash, as long as any decision may rest on it; empty if this house never had it, or has it no more as it was. */
    public Optional<PolicyDocument> policy(String hash) {
        var known = policies.get(hash);
        if (known != null) {
            return Optional.of(known);
        }
        var read = findByIdOptional(hash)
                .filter(text -> text.isOf(hash))
                .map(text -> PolicyDocument.parse(text.json(), text.model()));
        read.ifPresent(policy -> remember(policies, hash, policy));
        return read;
    }

    /** How a text stands beside its hash. */
    public enum Standing {
        AS_IT_WAS,
        CHANGED,
        UNKNOWN
    }

    /** Reads the text anew and compares it with its hash. */
    public Standing standing(String hash) {
        return findByIdOptional(hash)
                .map(text -> text.isOf(hash) ? Standing.AS_IT_WAS : Standing.CHANGED)
                .orElse(Standing.UNKNOWN);
    }

    TableDocument table(String hash) {
        var known = tables.get(hash);
        if (known != null) {
            return known;
        }
        var read = TableDocument.parse(findById(hash).json());
        remember(tables, hash, read);
        return read;
    }

    /** Keeps the text, unless it is here already. */
    void keep(PolicyDocument policy) {
        if (findByIdOptional(policy.sha256()).isEmpty()) {
            persist(new RuleText(policy.sha256(), policy.json(), policy.model()));
        }
    }

    /** Keeps the text, unless it is here already. */
    void keep(TableDocument table) {
        if (findByIdOptional(table.sha256()).isEmpty()) {
            persist(new RuleText(table.sha256(), table.json(), null));
        }
    }

    private static <T> void remember(Map<String, T> into, String hash, T read) {
        if (into.size() >= MOST_KEPT) {
            into.clear();
        }
        into.put(hash, read);
    }
}
