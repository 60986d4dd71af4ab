"""`detente.toml` says every setting, and is read back as it was meant."""

from detente.settings import ReadSettings, Settings, load_settings
from detente.store.toml import settings_toml


def test_the_default_file_changes_nothing_and_explains_every_setting(tmp_path):
    text = settings_toml(Settings())
    (tmp_path / "detente.toml").write_text(text, "utf-8")
    assert load_settings(tmp_path / "detente.toml") == Settings()
    assert '# period of the panel\n# period = "month"' in text


def test_other_values_are_written_out(tmp_path):
    settings = Settings(
        lexicon='C:\\my "lexicon"\u007f.csv', read=ReadSettings(text_column="Körper", allow_private=True, max_ratio=7.5)
    )
    (tmp_path / "detente.toml").write_text(settings_toml(settings), "utf-8")
    assert load_settings(tmp_path / "detente.toml") == settings
