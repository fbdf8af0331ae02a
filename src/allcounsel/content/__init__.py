"""Seeds to domain: the only room that knows YAML."""
