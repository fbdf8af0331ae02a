# Set up .venv from the hash-pinned lock and put the program in it. Then:  .venv\Scripts\python -m allcounsel --practice
# Not run yet on any Windows machine: please tell us what it did.
# Usage, from the project's folder:  powershell -ExecutionPolicy Bypass -File packaging\windows\setup.ps1 [-Kind dev]
param([ValidateSet('run', 'dev')][string]$Kind = 'run')
$ErrorActionPreference = 'Stop'
Set-Location (Join-Path $PSScriptRoot '..\..')

function Invoke-Checked {
    $program, $arguments = $args
    & $program @arguments
    if ($LASTEXITCODE -ne 0) { throw "$program $arguments ended with $LASTEXITCODE" }
}

if (-not (Test-Path '.venv\Scripts\python.exe')) { Invoke-Checked py -3.11 -m venv .venv }
$python = '.venv\Scripts\python.exe'
Invoke-Checked $python -m pip install --quiet --require-hashes -r "packaging\requirements\$Kind.txt"
Invoke-Checked $python -m pip install --quiet --no-deps --no-build-isolation --editable .
Write-Output 'Ready:  .venv\Scripts\python -m allcounsel --practice'
