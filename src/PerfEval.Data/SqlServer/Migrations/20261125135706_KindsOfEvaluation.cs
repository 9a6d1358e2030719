using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PerfEval.Data.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class KindsOfEvaluation : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "DepartmentInput",
                table: "LeafScores",
                type: "nvarchar(max)",
                nullable: true);

            migrationBuilder.AddColumn<decimal>(
                name: "DepartmentPoints",
                table: "LeafScores",
                type: "decimal(9,4)",
                precision: 9,
                scale: 4,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "DepartmentReason",
                table: "LeafScores",
                type: "nvarchar(1000)",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "FinanceInput",
                table: "LeafScores",
                type: "nvarchar(max)",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "TargetId",
                table: "LeafScores",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "DepartmentId",
                table: "Evaluations",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "KeptChanges",
                table: "Evaluations",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "KeptKind",
                table: "Evaluations",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<decimal>(
                name: "SelfScore",
                table: "Evaluations",
                type: "decimal(9,4)",
                precision: 9,
                scale: 4,
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_LeafScores_TargetId",
                table: "LeafScores",
                column: "TargetId");

            migrationBuilder.CreateIndex(
                name: "IX_Evaluations_DepartmentId",
                table: "Evaluations",
                column: "DepartmentId");

            migrationBuilder.AddForeignKey(
                name: "FK_Evaluations_Organisations_DepartmentId",
                table: "Evaluations",
                column: "DepartmentId",
                principalTable: "Organisations",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_LeafScores_Targets_TargetId",
                table: "LeafScores",
                column: "TargetId",
                principalTable: "Targets",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Evaluations_Organisations_DepartmentId",
                table: "Evaluations");

            migrationBuilder.DropForeignKey(
                name: "FK_LeafScores_Targets_TargetId",
                table: "LeafScores");

            migrationBuilder.DropIndex(
                name: "IX_LeafScores_TargetId",
                table: "LeafScores");

            migrationBuilder.DropIndex(
                name: "IX_Evaluations_DepartmentId",
                table: "Evaluations");

            migrationBuilder.DropColumn(
                name: "DepartmentInput",
                table: "LeafScores");

            migrationBuilder.DropColumn(
                name: "DepartmentPoints",
                table: "LeafScores");

            migrationBuilder.DropColumn(
                name: "DepartmentReason",
                table: "LeafScores");

            migrationBuilder.DropColumn(
                name: "FinanceInput",
                table: "LeafScores");

            migrationBuilder.DropColumn(
                name: "TargetId",
                table: "LeafScores");

            migrationBuilder.DropColumn(
                name: "DepartmentId",
                table: "Evaluations");

            migrationBuilder.DropColumn(
                name: "KeptChanges",
                table: "Evaluations");

            migrationBuilder.DropColumn(
                name: "KeptKind",
                table: "Evaluations");

            migrationBuilder.DropColumn(
                name: "SelfScore",
                table: "Evaluations");
        }
    }
}
