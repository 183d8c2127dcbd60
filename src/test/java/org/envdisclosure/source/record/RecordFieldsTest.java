package org.envdisclosure.source.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.envdisclosure.platform.dataset.Column;
import org.envdisclosure.platform.dataset.ColumnType;
import org.envdisclosure.platform.ingest.StoredTable;
import org.envdisclosure.source.rules.privacy.FieldClass;
import org.junit.jupiter.api.Test;

/** What the declarations of the fields promise. */
class RecordFieldsTest {

    private static final List<String> COLUMNS = RecordFields.COLUMNS.stream().map(Column::name).toList();

    @Test
    void no_text_that_somebody_wrote_is_shown_without_being_looked_at() {
        assertThat(RecordFields.ALL).filteredOn(RecordFields::isOpen)
                .allSatisfy(field -> assertThat(field.column().type()).as(field.name()).isNotIn(ColumnType.TEXT, ColumnType.RECORDS))
                .allSatisfy(field -> assertThat(field.column().type() == ColumnType.CODE_LIST && !field.name().equals("penalty_types")).as(field.name()).isFalse());
    }

    @Test
    void what_is_never_published_is_no_column_of_any_public_table() {
        List<RecordField> never = RecordFields.ALL.stream().filter(field -> field.privacy() == FieldClass.NEVER).toList();

        assertThat(never).extracting(RecordField::name).containsExactlyInAnyOrder("party_id_no", "party_phone", "party_address", "vehicle_plate", "bank_account",
                "complainant_name", "complainant_phone", "complainant_address");
        assertThat(COLUMNS).doesNotContainAnyElementsOf(never.stream().map(RecordField::name).toList());
        assertThat(RecordTable.PUBLISHED.staged()).extracting(StoredTable.Field::name).doesNotContainAnyElementsOf(never.stream().map(RecordField::name).toList());
    }

    @Test
    void every_column_of_the_contract_is_there_and_every_kind_has_fields_of_its_own() {
        assertThat(COLUMNS).startsWith("record_id", "kind", "source_id").contains("title", "document_no", "authority", "occurred_on", "decided_on", "legal_basis", "facts", "decision",
                "amount_cny", "status", "corrected_on", "published_at", "public_until", "withdrawn_at", "withdrawal_reason", "attachments").doesNotHaveDuplicates();
        assertThat(RecordKind.values()).filteredOn(kind -> kind != RecordKind.CLARIFICATION)
                .allSatisfy(kind -> assertThat(RecordFields.ALL).as(kind.wire()).anyMatch(field -> field.kinds().contains(kind) && field.kinds().size() < RecordKind.values().length));
    }
}
