package dev.trawl.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SettingsTest {

    @Test
    void everyDefaultIsAValueOfItsSetting() {
        for (Setting<?> setting : Settings.ALL) {
            Json standard = setting.standardJson();
            if (standard != null) {
                assertThat(GridReader.axis(setting, standard, new Problems()))
                        .as(setting.name())
                        .isPresent();
            }
        }
    }

    @Test
    void everySettingIsExplained() {
        assertThat(Settings.ALL).allSatisfy(setting -> {
            assertThat(setting.name()).matches("[a-z0-9_]+(\\.[a-z]+)?");
            assertThat(setting.type()).isNotEmpty();
            assertThat(setting.meaning()).isNotEmpty().doesNotEndWith(".");
        });
        assertThat(Settings.names()).doesNotHaveDuplicates();
    }
}
