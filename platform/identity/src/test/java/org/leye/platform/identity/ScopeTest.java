package org.leye.platform.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ScopeTest {

    private static final PersonKey PERSON = new PersonKey("per_" + "0".repeat(26));

    @Test
    void aTownsOfficerCoversTheVillagesOfTheTown() {
        var scope = actor("330282111", null, Roles.TOWN).scope();
        assertTrue(scope.covers("330282111203", null, null));
        assertFalse(scope.covers("330282004002", null, null));
    }

    @Test
    void aRecordWithoutADivisionBelongsToTheCountyAlone() {
        assertTrue(actor("330282", null, Roles.COUNTY).scope().covers(null, null, null));
        assertFalse(actor("330282111", null, Roles.TOWN).scope().covers(null, null, null));
    }

    @Test
    void anOfficersOwnPersonKeyOpensNothing() {
        assertFalse(actor("330282111", PERSON, Roles.TOWN).scope().covers("330282004", PERSON.value(), null));
        assertTrue(actor(null, PERSON, Roles.CITIZEN).scope().covers("330282004", PERSON.value(), null));
    }

    @Test
    void aCitizensRegionOpensNothing() {
        assertFalse(actor("330282", PERSON, Roles.CITIZEN).scope().covers("330282004", null, null));
    }

    @Test
    void nobodyWithoutAClaimSeesAnything() {
        var scope = actor(null, null, Roles.EMPLOYER).scope();
        assertEquals("1 = 0", scope.condition("division", "person", "uscc"));
        assertFalse(scope.covers(null, null, null));
    }

    @Test
    void theConditionNamesOnlyWhatTheEntityHas() {
        var scope = actor("330282111", null, Roles.TOWN).scope();
        assertEquals("(division like :scopeRegion)", scope.condition("division", "person", null));
        assertEquals("1 = 0", scope.condition(null, "person", null));
        assertEquals(
                "330282111%", scope.parameters("division like :scopeRegion").get("scopeRegion"));
    }

    private static Actor actor(@Nullable String region, @Nullable PersonKey person, String role) {
        return new Actor("x", "y", Set.of(role), region == null ? null : new DivisionCode(region), person, null);
    }
}
