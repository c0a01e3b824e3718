package org.leye.platform.identity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;

import org.leye.platform.problem.RequestProblem;

import org.jspecify.annotations.Nullable;

/**
 * The records a caller may touch: those of her region, her own, those of her enterprise. An argument of every repository
 * query. A region of 6 digits is the county office: it touches all, also records that have no division yet.
 */
public record Scope(
        @Nullable DivisionCode region,
        @Nullable PersonKey person,
        @Nullable Uscc uscc) {

    private static final int COUNTY_DIGITS = 6;

    /** Whether a record of this place, person and enterprise lies inside. Null: the record has none. */
    public boolean covers(@Nullable String division, @Nullable String personKey, @Nullable String enterprise) {
        return isCounty()
                || region != null && division != null && division.startsWith(region.value())
                || person != null && person.value().equals(personKey)
                || uscc != null && uscc.value().equals(enterprise);
    }

    /** Throws OUT_OF_SCOPE unless {@link #covers}. */
    public void require(@Nullable String division, @Nullable String personKey, @Nullable String enterprise) {
        if (!covers(division, personKey, enterprise)) {
            throw RequestProblem.OUT_OF_SCOPE.problem();
        }
    }

    /** Throws OUT_OF_SCOPE unless the caller is of the county office: for what belongs to no town, such as a fund. */
    public void requireCounty() {
        if (!isCounty()) {
            throw RequestProblem.OUT_OF_SCOPE.problem();
        }
    }

    public boolean isCounty() {
        return region != null && region.value().length() == COUNTY_DIGITS;
    }

    /**
     * The same as a condition of a query, over the named attributes of the entity; null for what the entity does not have.
     * Goes with {@link #parameters()}.
     */
    public String condition(
            @Nullable String divisionField, @Nullable String personField, @Nullable String enterpriseField) {
        if (isCounty()) {
            return "1 = 1";
        }
        var parts = new ArrayList<String>();
        if (region != null && divisionField != null) {
            parts.add(divisionField + " like :scopeRegion");
        }
        if (person != null && personField != null) {
            parts.add(personField + " = :scopePerson");
        }
        if (uscc != null && enterpriseField != null) {
            parts.add(enterpriseField + " = :scopeEnterprise");
        }
        return parts.isEmpty() ? "1 = 0" : "(" + String.join(" or ", parts) + ")";
    }

    /** Values for a query with {@link #condition}, to which the query may add its own. */
    public Map<String, Object> parameters(String condition) {
        var values = new HashMap<String, Object>();
        if (condition.contains(":scopeRegion") && region != null) {
            values.put("scopeRegion", region.value() + "%");
        }
        if (condition.contains(":scopePerson") && person != null) {
            values.put("scopePerson", person.value());
        }
        if (condition.contains(":scopeEnterprise") && uscc != null) {
            values.put("scopeEnterprise", uscc.value());
        }
        return values;
    }
}
