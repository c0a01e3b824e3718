package org.leye.subsidy.rulebook;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import org.hibernate.annotations.Immutable;

/** How often the book changed. Counted by triggers. */
@Entity
@Immutable
class RulebookState {

    @Id
    private boolean onlyOne;

    private long revision;

    protected RulebookState() {}
}
