"""The one place that knows MkDocs."""

from massage_atlas.mkdocs_plugin.commands import EngineFailed, SiteConfig, run_build, run_serve, site_config
from massage_atlas.mkdocs_plugin.plugin import MassageAtlasPlugin, ProblemsFound

__all__ = [
    "EngineFailed",
    "MassageAtlasPlugin",
    "ProblemsFound",
    "SiteConfig",
    "run_build",
    "run_serve",
    "site_config",
]
