package dev.handover.plan;

import static dev.handover.plan.PlanTestData.assertMistake;
import static dev.handover.plan.PlanTestData.read;
import static dev.handover.plan.PlanTestData.smallWith;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectorRulesTests {

    private static final String URL = "    url: http://localhost:8090/connectors/erp-orders\n";
    private static final String DATABASE =
            "    secret: erp\n    database: { host: db.example.com, name: erp, account: reader, query: select 1 }\n";

    @Test
    void aConnectorMayBeAPort() {
        var connector = read(smallWith(URL, "    tcp: erp.example.com:4840\n"))
                .integrations()
                .get(0);

        assertThat(HostAndPort.of(connector.tcp())).isEqualTo(new HostAndPort("erp.example.com", 4840));
        assertThat(connector.url()).isNull();
        assertThat(connector.place()).isEqualTo("erp.example.com:4840");
    }

    @Test
    void aConnectorMayBeADatabase() {
        var connector = read(smallWith(URL, DATABASE)).integrations().get(0);

        assertThat(connector.database())
                .isEqualTo(new Plan.Database("db.example.com", 5432, "erp", "reader", "select 1", null, null));
        assertThat(connector.place()).isEqualTo("database erp at db.example.com:5432");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    '' | /integrations/0 | Nothing says where the connector is. | Add one of url, tcp and database.
                    '    url: http://localhost:8090/health~    tcp: a.example:1~' | /integrations/0/tcp | The connector is in several places, so it is not clear which counts. | Keep one of url, tcp and database.
                    """)
    void aConnectorIsInOnePlace(String replacement, String pointer, String message, String mend) {
        assertMistake(URL.replace('\n', '~'), replacement, pointer, message, mend);
    }

    @ParameterizedTest
    @CsvSource({
        "query: select 1, query: select 1; /integrations/0/database/query",
        "query: select 1, query: 'delete from work_order'; /integrations/0/database/query",
        "query: select 1, 'query: select 1, threshold: 3'; /integrations/0/database/comparator",
        "host: db.example.com, host: 'db.example.com:5432'; /integrations/0/database/host",
        "host: db.example.com, 'host: db.example.com, port: 0'; /integrations/0/database/port",
        "secret: erp, 'secret: erp\n    expectStatus: 200'; /integrations/0/expectStatus",
    })
    void whatADatabaseCannotBeAskedIsToldAtItsPlace(String place, String replacementAndPointer) {
        String[] parts = replacementAndPointer.split("; ");
        String replacement = parts[0].replace("'", "");
        if (replacement.equals(place)) {
            replacement = "query: \"select 1; delete from work_order\"";
        }
        String document = smallWith(URL, DATABASE.replace(place, replacement));

        assertThat(PlanTestData.onlyMistakeOf(document).pointer()).isEqualTo(parts[1]);
    }

    @Test
    void aDatabaseNeedsASecret() {
        String document = smallWith(URL, DATABASE.replace("    secret: erp\n", ""));

        assertThat(PlanTestData.onlyMistakeOf(document).pointer()).isEqualTo("/integrations/0/secret");
    }

    @ParameterizedTest
    @CsvSource({"10.0.0.300", "aurora.example", "1.2.3", "fe80", "0x7f.0.0.1"})
    void whatIsNoAddressIsTold(String address) {
        String document =
                smallWith("  tenant: aurora-prod\n", "  tenant: aurora-prod\n  addresses: [\"" + address + "\"]\n");

        assertThat(PlanTestData.onlyMistakeOf(document).pointer()).isEqualTo("/environment/addresses/0");
    }
}
